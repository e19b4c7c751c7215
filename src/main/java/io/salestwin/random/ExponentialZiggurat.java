package io.salestwin.random;

/**
 * Exponentials of mean 1 by the ziggurat: G. Marsaglia, W. W. Tsang, "The ziggurat method for
 * generating random variables", Journal of Statistical Software 5 (2000).
 *
 * <p>The area under e^-x is cut into 256 layers of equal area. Layer i > 0 is a rectangle from 0 to
 * {@code EDGE[i]}; layer 0 is the rest below e^-R with the tail beyond R. A point drawn in a layer
 * that lies left of the next layer's edge is under the curve for sure: in 98.9 % of the draws one
 * multiplication is all. The layer and the place in it come from different bits of one draw.
 */
final class ExponentialZiggurat {

  private static final int LAYERS = 256;

  /** Where the tail begins, and the area of each layer: section 3 of the paper. */
  private static final double TAIL = 7.69711747013104972;

  private static final double AREA = 0.0039496598225815571993;
  private static final double TWO_POW_MINUS_53 = 0x1p-53;

  /** Right edge of each layer, falling; a layer 0 of this width would have the area of the rest. */
  private static final double[] EDGE = new double[LAYERS + 1];

  private static final double[] STEP = new double[LAYERS]; // EDGE / 2^53
  private static final double[] HEIGHT = new double[LAYERS + 1]; // e^-EDGE

  static {
    EDGE[0] = AREA / StrictMath.exp(-TAIL);
    EDGE[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      EDGE[i] = -StrictMath.log(AREA / EDGE[i - 1] + StrictMath.exp(-EDGE[i - 1]));
    }
    EDGE[LAYERS] = 0;
    for (int i = 0; i < LAYERS; i++) {
      STEP[i] = EDGE[i] * TWO_POW_MINUS_53;
      HEIGHT[i] = StrictMath.exp(-EDGE[i]);
    }
    HEIGHT[LAYERS] = 1;
  }

  private ExponentialZiggurat() {}

  static double next(RandomStream stream) {
    long bits = stream.nextLong();
    int layer = (int) bits & (LAYERS - 1);
    double x = (bits >>> 11) * STEP[layer];
    return x < EDGE[layer + 1] ? x : atTheEdge(layer, x, stream);
  }

  /** The rare draws: in the tail, or in a corner of a layer that the curve cuts. */
  private static double atTheEdge(int firstLayer, double first, RandomStream stream) {
    int layer = firstLayer;
    double x = first;
    double beyond = 0;
    while (x >= EDGE[layer + 1]) {
      if (layer == 0) {
        beyond += TAIL; // what follows a tail's beginning is exponential again
      } else {
        double y = HEIGHT[layer] + stream.nextDouble() * (HEIGHT[layer + 1] - HEIGHT[layer]);
        if (y < Elementary.exp(-x)) {
          break;
        }
      }
      long bits = stream.nextLong();
      layer = (int) bits & (LAYERS - 1);
      x = (bits >>> 11) * STEP[layer];
    }
    return beyond + x;
  }

  /** By how much the areas of the layers differ from the one they should have, at most. */
  static double worstAreaError() {
    double worst = Math.abs(TAIL * StrictMath.exp(-TAIL) + StrictMath.exp(-TAIL) - AREA);
    for (int i = 1; i < LAYERS; i++) {
      worst = Math.max(worst, Math.abs(EDGE[i] * (HEIGHT[i + 1] - HEIGHT[i]) - AREA));
    }
    return worst;
  }
}
