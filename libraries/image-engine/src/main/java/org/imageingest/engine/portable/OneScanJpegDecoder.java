package org.imageingest.engine.portable;

import java.awt.image.BufferedImage;
import java.io.IOException;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

import org.imageingest.engine.colour.SourceColours;
import org.imageingest.engine.colour.SourceProfile;
import org.imageingest.engine.header.ImageHeader;
import org.imageingest.engine.render.CorruptPictureException;
import org.imageingest.engine.render.SourcePicture;

/**
 * Grey and three-colour JPEG of one scan by the JDK's reader, row by row, in the colours
 * of the file: converting after resizing is cheaper.
 */
final class OneScanJpegDecoder extends ImageIoDecoder {

	private static final String PLUGIN = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";

	private final JpegHead head;

	OneScanJpegDecoder(JpegHead head) {
		super(ImageIoPlugins.reader(PLUGIN), false);
		this.head = head;
	}

	@Override
	SourceStream open(SourcePicture source) throws IOException {
		return new SourceStream(source.path(), this.head.plainStart(), this.head.scan());
	}

	/** Nothing of the size of the picture is held. */
	@Override
	void requireRoom(ImageReader reader, SourcePicture source) {
	}

	@Override
	SourceColours decode(ImageReader reader, SourcePicture source, RowSink pixels) throws IOException {
		ImageHeader header = source.header();
		JpegFaults faults = new JpegFaults();
		reader.addIIOReadWarningListener(faults);
		requirePromised(reader.getWidth(0), reader.getHeight(0), source);
		ImageReadParam param = reader.getDefaultReadParam();
		BufferedImage rows = RowRaster.image(header.storedWidth(), header.storedHeight(),
				this.head.componentIds().length, pixels);
		param.setDestination(rows);
		reader.read(0, param);
		faults.requireWhole();
		if (((RowRaster) rows.getRaster()).rows() < header.storedHeight()) {
			throw new CorruptPictureException("its last rows are missing", null);
		}
		return SourceProfile.of(source);
	}

}
