package org.imageingest.engine.portable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;

import org.imageingest.engine.render.CorruptPictureException;

/**
 * Listens to what libjpeg complains about: it fills what is missing with grey and goes
 * on. Only its first complaint about the data is told, and separately that the end was
 * missing.
 *
 * @see <a href=
 * "https://github.com/openjdk/jdk/tree/master/src/java.desktop/share/native/libjavajpeg">libjpeg
 * in the JDK</a>
 */
final class JpegFaults implements IIOReadWarningListener {

	private static final String MISSING_END = "missing eoi";

	private static final String DATA_FAULT = "corrupt jpeg data";

	/** Padding that some cameras write; the picture is whole. */
	private static final String HARMLESS = "extraneous bytes";

	private final List<String> dataFaults = new ArrayList<>();

	private boolean endMissing;

	@Override
	public void warningOccurred(ImageReader source, String warning) {
		String lowerCase = warning.toLowerCase(Locale.ROOT);
		this.endMissing |= lowerCase.contains(MISSING_END);
		if (lowerCase.contains(DATA_FAULT)) {
			this.dataFaults.add(lowerCase);
		}
	}

	/**
	 * Refuses a picture with a part missing. A missing end alone is harmless: the last
	 * bytes of the data were there.
	 */
	void requireWhole() {
		boolean damaged = this.dataFaults.stream().anyMatch((fault) -> !fault.contains(HARMLESS));
		boolean mayHideMore = this.endMissing && !this.dataFaults.isEmpty();
		if (damaged || mayHideMore) {
			throw new CorruptPictureException("its pixel data is damaged or ends too early", null);
		}
	}

}
