/**
 * Reads archives on a cluster: articles to tables of Parquet with the columns of the store, and over articles copies, claims and
 * disputes by the same functions. What is Spark's shows in no public signature; the door is {@link io.onrecord.spark.ClusterMain}.
 */
@NullMarked
package io.onrecord.spark;

import org.jspecify.annotations.NullMarked;
