namespace CecSim.Telephony.Tests.Sip.RandomCallers;

/// <summary>Plays moves against one server and then takes everybody away.</summary>
internal sealed class RandomRun
{
    public const int PhonesCount = 4;

    private readonly SipTestServer _bench = new();
    private readonly List<RandomPhone> _phones;
    private readonly Queue<TaskCompletionSource<InviteDecision>> _undecided = new();
    private readonly Queue<TaskCompletionSource<string?>> _reoffers = new();
    private readonly List<Task<ReinviteOutcome>> _outcomes = [];

    public RandomRun()
    {
        _phones = [.. Enumerable.Range(0, PhonesCount).Select(n => new RandomPhone(_bench, n))];
        _bench.Decide = _ => Wait(_undecided);
        _bench.Reoffer = _ => Wait(_reoffers);
    }

    public void Play(IEnumerable<Move> moves)
    {
        foreach (var move in moves)
        {
            Play(move);
        }
    }

    public void CheckThatNothingIsLeft()
    {
        _phones.ForEach(p => p.LoseFlow());
        _bench.AssertNothingLeft();
        Assert.Equal(_bench.Invites.Count, _bench.Heard.Count(h => h.StartsWith("ended", StringComparison.Ordinal)));
        Assert.DoesNotContain(_bench.Heard, h => h.StartsWith("failed", StringComparison.Ordinal));
        Assert.All(_outcomes, o => Assert.True(o.IsCompletedSuccessfully));
    }

    private static ValueTask<T> Wait<T>(Queue<TaskCompletionSource<T>> waiting)
    {
        var source = new TaskCompletionSource<T>();
        waiting.Enqueue(source);
        return new ValueTask<T>(source.Task);
    }

    private void Play(Move move)
    {
        switch (move.Kind)
        {
            case MoveKind.LoseTheFlow:
                _phones[move.Phone].LoseFlow();
                break;
            case MoveKind.Advance:
                _bench.Time.Advance(TimeSpan.FromMilliseconds(move.Number * 100));
                break;
            case MoveKind.Decide when _undecided.TryDequeue(out var decision):
                decision.SetResult(move.Number % 4 == 0
                    ? new InviteDecision.Refuse(486)
                    : new InviteDecision.Answer(Caller.Answer));
                break;
            case MoveKind.DecideOnReoffer when _reoffers.TryDequeue(out var reoffer):
                reoffer.SetResult(move.Number % 4 == 0 ? null : Caller.Answer);
                break;
            case MoveKind.Ring or MoveKind.HangUp or MoveKind.ReinviteFromHere when _bench.Invites.Count > 0:
                Ask(move.Kind, _bench.Invites[^(1 + (move.Number % Math.Min(5, _bench.Invites.Count)))]);
                break;
            default:
                _phones[move.Phone].Play(move);
                break;
        }
    }

    private void Ask(MoveKind kind, IncomingInvite invite)
    {
        if (kind == MoveKind.Ring)
        {
            invite.Ring();
        }
        else if (kind == MoveKind.HangUp)
        {
            invite.Call.HangUp("random");
        }
        else
        {
            _outcomes.Add(invite.Call.ReinviteAsync(Caller.Offer));
        }
    }
}
