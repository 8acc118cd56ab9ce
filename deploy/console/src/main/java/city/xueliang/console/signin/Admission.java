package city.xueliang.console.signin;

import city.xueliang.console.access.Seat;
import java.util.function.BooleanSupplier;

/**
 * A seat that may ask.
 *
 * @param isValid says at any time later whether it still may, as the same seat
 */
record Admission(Seat seat, BooleanSupplier isValid) {}
