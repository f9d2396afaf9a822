package io.switchboard.acd.floor;

import java.util.Map;

/** What a lane's calls ask for. Equal ones are one object with one number, so that whether a pool is enough for it is worked out once. */
record Requirement(int number, Map<String, Integer> levels) {}
