using FsCheck;
using FsCheck.Fluent;

namespace CecSim.Telephony.Tests.Sip.RandomCallers;

/// <summary>What holds whatever callers, application and clock do to each other.</summary>
public sealed class RandomCallersTests
{
    private const int MovesMax = 120;

    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly Gen<Move> Moves =
        from kind in Gen.Frequency(Enum.GetValues<MoveKind>().Select(k => (Weight(k), Gen.Constant(k))).ToArray())
        from phone in Gen.Choose(0, RandomRun.PhonesCount - 1)
        from number in Gen.Choose(0, 400)
        select new Move(kind, phone, number);

    private static readonly Arbitrary<Move[]> Stories =
        Gen.Choose(0, MovesMax).SelectMany(n => Moves.ArrayOf(n)).ToArbitrary();

    [Fact]
    public void Every_call_ends_once_every_question_is_answered_and_nothing_is_left() =>
        Prop.ForAll(Stories, moves =>
        {
            var run = new RandomRun();
            run.Play(moves);
            run.CheckThatNothingIsLeft();
        }).Check(Runs);

    private static int Weight(MoveKind kind) => kind switch
    {
        MoveKind.Invite or MoveKind.Decide or MoveKind.Ack => 6,
        MoveKind.Reinvite or MoveKind.DecideOnReoffer or MoveKind.ReinviteFromHere or MoveKind.AnswerTheServer => 4,
        MoveKind.LoseTheFlow => 1,
        _ => 2,
    };
}
