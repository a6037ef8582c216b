package org.imageingest.source.outbox;

import java.util.List;
import java.util.stream.Collectors;

import org.imageingest.messaging.ConfirmedSender;
import org.imageingest.model.message.JobMessage;
import org.imageingest.model.message.UploadedImage;

import org.springframework.stereotype.Component;

/**
 * Keeps promises of the outbox: sends messages, and forgets those that the broker
 * confirmed.
 */
@Component
class OutboxDelivery {

	private static final String BINDING = "output";

	private final ConfirmedSender sender;

	private final Outbox outbox;

	OutboxDelivery(ConfirmedSender sender, Outbox outbox) {
		this.sender = sender;
		this.outbox = outbox;
	}

	/**
	 * Sends messages side by side. What the broker did not confirm stays in the outbox.
	 * @param messages the messages
	 * @return whether all were confirmed
	 */
	boolean deliver(List<UploadedImage> messages) {
		List<UploadedImage> confirmed = this.sender.sendAll(BINDING, messages);
		confirmed.stream()
			.collect(Collectors.groupingBy(JobMessage::attempt,
					Collectors.mapping(JobMessage::jobId, Collectors.toList())))
			.forEach((attempt, jobIds) -> this.outbox.remove(jobIds, attempt));
		return confirmed.size() == messages.size();
	}

}
