/**
 * Asterisk's manager protocol (AMI) on the wire, and nothing of what it means. A message is a block of {@code Name: value} lines:
 * {@link io.switchboard.core.adapter.asterisk.ami.AmiMessage}, read by {@code AmiReader}; an
 * {@link io.switchboard.core.adapter.asterisk.ami.AmiConnection} is one login from its making to its end. Asterisk-Java gives the actions
 * and writes them; it does not read, see {@code docs/decisions/0009-our-own-ami-reader.md}. The actions here are those that it lacks.
 */
@NullMarked
package io.switchboard.core.adapter.asterisk.ami;

import org.jspecify.annotations.NullMarked;
