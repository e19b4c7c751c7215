package io.salestwin.random;

import static org.apache.commons.math3.special.Gamma.regularizedGammaP;
import static org.apache.commons.math3.special.Gamma.regularizedGammaQ;

/** The law of the logarithm of a gamma variable of scale 1. */
final class LogGammaLaw extends SmoothLaw {

  private static final double NEARLY_ZERO = -36; // below, the first term of the series is exact

  private final double shape;
  private final double logGammaOfShape;

  LogGammaLaw(double shape) {
    this.shape = shape;
    this.logGammaOfShape = logGamma(shape);
  }

  @Override
  double lower(double t) {
    if (t < NEARLY_ZERO) {
      return StrictMath.exp(shape * t - logGammaOfShape - StrictMath.log(shape));
    }
    return regularizedGammaP(shape, StrictMath.exp(t));
  }

  @Override
  double upper(double t) {
    return t < NEARLY_ZERO ? 1 - lower(t) : regularizedGammaQ(shape, StrictMath.exp(t));
  }

  @Override
  double logDensity(double t) {
    return shape * t - StrictMath.exp(t) - logGammaOfShape;
  }

  /** Wilson and Hilferty's cube for ordinary shapes, the first term of the series else. */
  @Override
  double guess(double z) {
    double cubeRoot = 1 - 1 / (9 * shape) + z / (3 * StrictMath.sqrt(shape));
    if (shape > 0.3 && cubeRoot > 0.1) {
      return StrictMath.log(shape) + 3 * StrictMath.log(cubeRoot);
    }
    double logP = StrictMath.log(normalCdf(z));
    return (logP + logGammaOfShape + StrictMath.log(shape)) / shape;
  }
}
