/**
 * Records as linked data, for tools that read other people's models: W3C Web Annotations, schema.org ClaimReview drafts,
 * FollowTheMoney entities. One way: nothing is read back.
 */
@NullMarked
package io.onrecord.exchange.linked;

import org.jspecify.annotations.NullMarked;
