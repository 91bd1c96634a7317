package io.onrecord.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever asks how the desk is does not wait for a store that does not answer. */
class HealthTest {

    private static final int ASKING = 100;

    @Test
    @Timeout(60)
    void whileOneLooksAtAStoreThatDoesNotAnswerAllOthersGetTheLastAnswer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger looks = new AtomicInteger();
        Health health = new Health(() -> {
            looks.incrementAndGet();
            begun.countDown();
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return false;
        });
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> first = one.submit(health::isReady);
            begun.await();
            for (int i = 0; i < ASKING; i++) {
                assertThat(health.isReady()).isTrue();
            }
            assertThat(looks).hasValue(1);
            answered.countDown();
            assertThat(first.get()).isFalse();
            assertThat(health.isReady()).as("the last answer").isFalse();
        } finally {
            one.shutdownNow();
        }
    }
}
