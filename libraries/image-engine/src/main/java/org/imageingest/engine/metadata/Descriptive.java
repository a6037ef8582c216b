package org.imageingest.engine.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import org.imageingest.model.message.MessageLimits;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote about a photo: IPTC first, then XMP, then EXIF.
 *
 * @param title short title
 * @param caption longer text
 * @param keywords words to find it by
 * @param copyright copyright notice
 */
record Descriptive(@Nullable String title, @Nullable String caption, @Nullable List<String> keywords,
		@Nullable String copyright) {

	static final Descriptive NONE = new Descriptive(null, null, null, null);

	private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";

	static Descriptive of(ExifTags tags) {
		IptcDirectory iptc = tags.all(IptcDirectory.class).stream().findFirst().orElseGet(IptcDirectory::new);
		XMPMeta xmp = tags.all(XmpDirectory.class).stream().findFirst().orElseGet(XmpDirectory::new).getXMPMeta();
		String title = first(iptc.getString(IptcDirectory.TAG_OBJECT_NAME), localized(xmp, "title"),
				tags.text(ExifDirectoryBase.TAG_WIN_TITLE));
		String caption = first(iptc.getString(IptcDirectory.TAG_CAPTION), localized(xmp, "description"),
				tags.text(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION));
		String copyright = first(iptc.getString(IptcDirectory.TAG_COPYRIGHT_NOTICE), localized(xmp, "rights"),
				tags.text(ExifDirectoryBase.TAG_COPYRIGHT));
		return new Descriptive(title, caption, keywords(iptc, xmp), copyright);
	}

	boolean isPresent() {
		return !equals(NONE);
	}

	private static @Nullable String first(@Nullable String... texts) {
		return Stream.of(texts).map(KeptText::of).filter(Objects::nonNull).findFirst().orElse(null);
	}

	private static @Nullable List<String> keywords(IptcDirectory iptc, XMPMeta xmp) {
		List<String> words = iptc.getKeywords();
		if (words == null) {
			words = array(xmp, "subject");
		}
		List<String> kept = words.stream()
			.flatMap((word) -> Stream.ofNullable(KeptText.of(word, MessageLimits.TAG_LENGTH)))
			.distinct()
			.limit(MessageLimits.TAGS)
			.toList();
		return kept.isEmpty() ? null : kept;
	}

	private static @Nullable String localized(XMPMeta xmp, String name) {
		try {
			XMPProperty property = xmp.getLocalizedText(DUBLIN_CORE, name, null, "x-default");
			return (property != null) ? property.getValue() : null;
		}
		catch (XMPException ex) {
			// The property is not a text with languages: nothing that could be shown
			return null;
		}
	}

	private static List<String> array(XMPMeta xmp, String name) {
		List<String> values = new ArrayList<>();
		try {
			for (int i = 1; i <= MessageLimits.TAGS && xmp.doesArrayItemExist(DUBLIN_CORE, name, i); i++) {
				values.add(xmp.getArrayItem(DUBLIN_CORE, name, i).getValue());
			}
		}
		catch (XMPException ex) {
			// Not an array: as if it were empty
			return values;
		}
		return values;
	}

}
