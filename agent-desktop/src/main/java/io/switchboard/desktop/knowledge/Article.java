package io.switchboard.desktop.knowledge;

/**
 * Something to know, in one language.
 *
 * @param id the same in every language
 * @param language its code
 * @param text Markdown
 */
public record Article(String id, String language, String title, String text) {}
