/**
 * What tests say things with: {@link io.onrecord.testkit.ScriptedEncoder} gives exact scores from marked-up text,
 * {@link io.onrecord.testkit.RecordAssert} states what a record holds, {@link io.onrecord.testkit.Gold} loads the gold
 * passages. Nothing here ships.
 */
@NullMarked
package io.onrecord.testkit;

import org.jspecify.annotations.NullMarked;
