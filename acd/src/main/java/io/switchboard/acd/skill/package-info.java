/**
 * What a call asks of an agent, and how it asks for less the longer it waits. A skill has a level from 1 (some) to 10 (expert); a call asks
 * for a least level of each skill that it needs.
 */
@NullMarked
package io.switchboard.acd.skill;

import org.jspecify.annotations.NullMarked;
