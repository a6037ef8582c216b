package org.imageingest.engine.worker.protocol;

import java.io.IOException;

import org.imageingest.engine.MetadataPolicy;

/**
 * Which metadata is kept.
 */
final class PolicyCodec implements Codec<MetadataPolicy> {

	@Override
	public void write(MetadataPolicy policy, FieldWriter fields) {
		fields.flag(policy.preserveTimestamps());
		fields.flag(policy.preserveCameraInfo());
		fields.flag(policy.preserveGps());
		fields.flag(policy.preserveDeviceSerial());
		fields.flag(policy.preserveDescriptive());
	}

	@Override
	public MetadataPolicy read(FieldReader fields) throws IOException {
		return new MetadataPolicy(fields.flag(), fields.flag(), fields.flag(), fields.flag(), fields.flag());
	}

}
