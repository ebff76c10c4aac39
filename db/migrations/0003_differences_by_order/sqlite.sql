CREATE INDEX `differences_order` ON `differences` (`order_id`);
