/**
 * What a broker does that the test binder does not. Needs Spring's AMQP support on the
 * class path, which only the stream apps and their library have.
 */
@NullMarked
package org.imageingest.testkit.broker;

import org.jspecify.annotations.NullMarked;
