#pragma once

namespace relais {

/// e^x and the natural logarithm from additions, multiplications and divisions alone, so that they give the same bits
/// natively and in wasm, which the libraries' functions need not. Relative error below 1e-15.

/// 0 below −745, the greatest double from 709.78 on.
double exponential(double x);

/// e^x − 1, exact for small x.
double exponential_minus_one(double x);

/// The natural logarithm of a positive, normal number.
double logarithm(double x);

}  // namespace relais
