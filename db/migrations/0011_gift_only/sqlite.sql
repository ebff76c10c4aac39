CREATE TABLE `gift_only` (
	`order_id` text PRIMARY KEY NOT NULL,
	`shop_id` text NOT NULL,
	`since` integer NOT NULL
);

--> statement-breakpoint
CREATE INDEX `gift_only_shop` ON `gift_only` (`shop_id`,`since`);
--> statement-breakpoint
DROP INDEX `claims_unchecked`;
--> statement-breakpoint
CREATE INDEX `claims_unchecked` ON `claims` (`shop_id`,`order_id`) WHERE "claims"."state" = 'to_check' and "claims"."without_at" is null;
--> statement-breakpoint
CREATE INDEX `orders_gone` ON `orders` (`shop_id`,`paid_at`,`id`) WHERE not "orders"."open";
