/**
 * The embedded AMQP broker.
 */
@NullMarked
package org.imageingest.standalone.broker;

import org.jspecify.annotations.NullMarked;
