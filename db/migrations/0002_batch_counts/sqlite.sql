ALTER TABLE `batches` ADD `parcels` integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE `prints` ADD `part` integer DEFAULT 1 NOT NULL;
--> statement-breakpoint
CREATE INDEX `shipments_todo` ON `shipments` (`shop_id`,`batch_id`,`stage`) WHERE "shipments"."stage" in ('waiting', 'printed', 'packed');
