package io.switchboard.acd.estimate;

/**
 * What one caller's forecast was made of.
 *
 * @param ahead callers who wait for the same agents and come before him
 * @param later those among them who came after him: of higher priority
 * @param able agents at work who may take his call
 * @param agents the same, each by his share of work for this caller's kind of call
 * @param handlingMs as the pace has it
 */
public record Outlook(int ahead, int later, int able, double agents, double handlingMs, Forecast forecast) {}
