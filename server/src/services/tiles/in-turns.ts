/**
 * Many may ask while an answer is under way: all of them get the next one together. So nobody is told what was begun before
 * they asked, and whatever the answer is made of is read once for all of them.
 */
export function inTurns<Asked, Answer>(
  work: (asked: Asked) => Promise<Answer>,
): (asked: Asked) => Promise<Answer> {
  let underWay: Promise<unknown> = Promise.resolve();
  let next: { asked: Asked; readonly answer: Promise<Answer> } | null = null;
  return (asked) => {
    if (next !== null) {
      next.asked = asked;
      return next.answer;
    }
    const answer = underWay.then(() => {
      const turn = next?.asked ?? asked;
      next = null;
      return work(turn);
    });
    next = { asked, answer };
    underWay = answer.catch(() => {});
    return answer;
  };
}
