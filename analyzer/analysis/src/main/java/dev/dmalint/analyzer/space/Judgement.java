package dev.dmalint.analyzer.space;

import static java.util.Objects.requireNonNull;

import dev.dmalint.models.WorldSet;

/**
 * What became of the addresses of one source at one sink.
 *
 * @param arrival the arrival
 * @param mistake number of the mistake that the wrong space is; empty where it is right or unnamed
 * @param consumerName how a report names the consumer kind whose demand is not met
 * @param wrong the worlds in which the space is wrong
 * @param cut the worlds in which high bits of the address are lost
 * @param cutMistake number of the mistake that losing them is; empty where the models name none
 * @param right the worlds in which it is what the consumer reads
 * @param unclaimed the worlds for which nothing is said
 * @param absent the worlds that have no such consumer
 * @param driver binary name of the driver class that reaches it; empty outside drivers
 */
public record Judgement(
    Arrival arrival,
    String mistake,
    String consumerName,
    WorldSet wrong,
    WorldSet cut,
    String cutMistake,
    WorldSet right,
    WorldSet unclaimed,
    WorldSet absent,
    String driver) {
  /** The origin by which models name the mistake of losing high bits. */
  public static final String CUT = "cut";

  /** What a mismatch is called where the models name no mistakes. */
  public static final String GENERIC = "mismatch";

  public Judgement {
    requireNonNull(arrival);
    requireNonNull(mistake);
    requireNonNull(consumerName);
    requireNonNull(wrong);
    requireNonNull(cut);
    requireNonNull(cutMistake);
    requireNonNull(right);
    requireNonNull(unclaimed);
    requireNonNull(absent);
    requireNonNull(driver);
  }
}
