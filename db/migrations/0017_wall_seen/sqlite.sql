ALTER TABLE `walls` ADD `seen_at` integer;
