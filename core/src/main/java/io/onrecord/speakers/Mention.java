package io.onrecord.speakers;

/** A name in an article and whose it is. */
record Mention(Name name, Party party) {}
