CREATE INDEX `gifts_questions` ON `gifts` (`shop_id`) WHERE "gifts"."remark_id" is null and "gifts"."withdrawn_at" is null;
--> statement-breakpoint
CREATE INDEX `shipments_late` ON `shipments` (`batch_id`) WHERE "shipments"."added_in_version" > 1;
--> statement-breakpoint
CREATE INDEX `shipments_asked` ON `shipments` (`batch_id`) WHERE "shipments"."stop_in_version" is not null;
