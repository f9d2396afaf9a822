import { Group, Text } from '@mantine/core';

export function Mark({ size = 28 }: { size?: number }) {
  return <img src="/icon.svg" width={size} height={size} alt="" />;
}

export function Brand() {
  return (
    <Group gap={10} wrap="nowrap">
      <Mark />
      <Text fw={650} size="lg" lts="-0.01em">Switchboard</Text>
    </Group>
  );
}
