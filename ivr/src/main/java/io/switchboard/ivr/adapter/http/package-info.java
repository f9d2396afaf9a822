/**
 * Lookups over HTTP/1.1: one request each, a GET or a POST with a JSON body, whose answer is JSON.
 *
 * <p>{@link io.switchboard.ivr.adapter.http.HttpSource} asks, with the JDK's client: it follows no redirect, keeps no cookie, and reads no more than
 * 64 KiB. Parameters are written into the path, the query and the body so that none of them can be taken for a part of these.
 */
@NullMarked
package io.switchboard.ivr.adapter.http;

import org.jspecify.annotations.NullMarked;
