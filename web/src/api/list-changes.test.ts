import { expect, test } from 'vitest';
import { listReceiver, listSender } from './list-changes.ts';

const item = (name: string) => ({ name });

test('what did not change stays the same object, wherever in the list it is', () => {
  const send = listSender<{ name: string }>();
  const receive = listReceiver<{ name: string }>();
  const first = receive(send([item('a'), item('b')]));
  const second = receive(send([item('b'), item('c'), item('a')]));
  expect(second).toEqual([item('b'), item('c'), item('a')]);
  expect(second[0]).toBe(first[1]);
  expect(second[2]).toBe(first[0]);
});

test('a list that is the same is the same object, and nothing is sent of it', () => {
  const send = listSender<{ name: string }>();
  const receive = listReceiver<{ name: string }>();
  const first = receive(send([item('a'), item('a')]));
  expect(first).toHaveLength(2);
  const changes = send([item('b')]);
  expect(receive(changes)).toEqual([item('b')]);
  expect(send([item('b')])).toBeNull();
  expect(receive(null)).toBe(receive(null));
});

test('an empty list is sent as one', () => {
  const send = listSender<{ name: string }>();
  const receive = listReceiver<{ name: string }>();
  receive(send([item('a')]));
  expect(receive(send([]))).toEqual([]);
});
