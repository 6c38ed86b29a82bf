using System.Globalization;
using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.RandomClients;

/// <summary>
/// Drives a frozen space by random moves, writes down all that the clients see, and checks after each move what must
/// always hold.
/// </summary>
internal sealed class RandomRun : IDisposable
{
    /// <summary>Whose call connects at once, so that its event's number tells how many there were before.</summary>
    public const string LastUserId = "the last one";

    private static readonly CallSignal[] Signals =
        [new CallSignal.MediaConnected(), new CallSignal.Hold(), new CallSignal.Dtmf("1"), new CallSignal.Dtmf("21")];

    private readonly Space _space;
    private readonly List<RandomClient> _clients = [.. Enumerable.Range(0, 3).Select(i => new RandomClient($"u{i}"))];
    private readonly StringBuilder _transcript = new();
    private readonly HashSet<long> _seen = [];
    private readonly bool _mayRepeat;
    private readonly bool _mayReorder;
    private long _seenCount;
    private RandomClient? _struck;

    public RandomRun(SpaceSettings settings)
    {
        _space = Create(settings);
        _mayRepeat = settings.Faults.Any(f => f.Inject is DuplicateEvent);
        _mayReorder = settings.Faults.Any(f => f.Inject is ReorderEvents);
    }

    public string Transcript => _transcript.ToString();

    public void Dispose() => _space.Dispose();

    public void Play(IEnumerable<Move> moves)
    {
        foreach (var move in moves)
        {
            Write($"{move.Kind} {move.User} {move.Amount}");
            Play(_clients[move.User], move);
            Assert.All(_clients, AtMostOnePollIsCurrent);
        }
    }

    /// <summary>
    /// Fetches what is left; then each event was seen once, or is counted as never to be seen, and what was seen again
    /// is counted as a copy.
    /// </summary>
    public void CheckThatNothingWasLost()
    {
        foreach (var client in _clients)
        {
            client.Polls.ForEach(p => p.Abandon());
            client.Polls.Clear();
            Renew(client);

            // A script may wait for minutes before it says its last, and a handler answer polls for ever.
            _space.Calls.Push(UserOf(client), new ManualEvent.Real(new ScriptStep.Released()));
        }

        foreach (var client in _clients)
        {
            Drain(client);
        }

        var last = _space.SignIn(LastUserId);
        _space.Calls.Create(last, MediaAbility.Voice);
        var emittedCount = _space.Take(last)[0].Number - 1;
        var repeatedCount = _space.Calls.Undelivered.RepeatedCount;
        Assert.Equal(emittedCount + repeatedCount, KnownCount);
        Assert.InRange(_seenCount - _seen.Count, 0, repeatedCount);
    }

    /// <summary>Events of which it is known what became of them.</summary>
    private long KnownCount
    {
        get
        {
            var unseen = _space.Calls.Undelivered;
            return _seenCount + unseen.DiscardedCount + unseen.DroppedCount + unseen.LostCount;
        }
    }

    public void ExpireAccessToken()
    {
        _space.AccessTokens.Expire(_struck!.AccessToken);
        _struck.AccessTokenEndsAt = DateTimeOffset.MinValue;
    }

    public void RevokeAccessToken()
    {
        _space.AccessTokens.Revoke(_struck!.AccessToken);
        _struck.AccessTokenEndsAt = DateTimeOffset.MinValue;
    }

    public void ExpireMessagingToken()
    {
        _space.MessagingTokens.Expire(_struck!.MessagingToken);
        _struck.MessagingTokenEndsAt = DateTimeOffset.MinValue;
    }

    private void Play(RandomClient client, Move move)
    {
        switch (move.Kind)
        {
            case MoveKind.Advance:
                Advance(TimeSpan.FromSeconds(Math.Pow(2, move.Amount % 12) / 4));
                break;
            case MoveKind.RenewAccessToken:
                RenewAccessToken(client);
                break;
            case MoveKind.RenewMessagingToken:
                RenewMessagingToken(client);
                break;
            case MoveKind.Create when Admit(client, CecOperation.CreateClickToCall) is { } user:
                Write(_space.Calls.Create(user, (MediaAbility)(move.Amount % 2))?.ToString() ?? "created");
                break;
            case MoveKind.Poll when Admit(client, CecOperation.GetClickToCallEvents) is { } user:
                client.Polls.Add(_space.Calls.Poll(user));
                break;
            case MoveKind.Drop when Admit(client, CecOperation.DropClickToCall) is { } user:
                Write(_space.Calls.Drop(user)?.ToString() ?? "dropped");
                break;
            case MoveKind.Chat when Admit(client, CecOperation.Send) is { } user:
                _space.Chats.Connect(user);
                var said = _space.Chats.Chat(user, move.Amount % 2 == 0 ? "a refund" : "hello");
                Write(said.Refusal?.ToString() ?? "said");
                break;
            case MoveKind.Raise when Admit(client, CecOperation.GetClickToCallEvents) is { } user:
                Write(_space.Calls.Raise(user, Signals[move.Amount % Signals.Length]).ToString());
                break;
            case MoveKind.WriteAnswer or MoveKind.HangUp when client.Polls.Count > 0:
                Settle(client, client.Polls[move.Amount % client.Polls.Count], move.Kind == MoveKind.WriteAnswer);
                break;
        }
    }

    // No 200 with an expired token, and no 403 with a live one: the client's own account must agree.
    private User? Admit(RandomClient client, CecOperation operation)
    {
        _struck = client;
        var who = new FaultTargetUser(client.UserId, ChannelSettings.DemoId);
        foreach (var (fault, random) in _space.Faults.Strike(operation, who))
        {
            if (fault.InjectAsync(new RandomTarget(this, random)).Result == FaultOutcome.Handled)
            {
                Write("answered by a fault");
                return null;
            }
        }

        var mayPass = client.HoldsLiveTokensAt(_space.Time.ReadNow());
        var refusal = _space.AccessTokens.Check(client.AccessToken)
            ?? _space.MessagingTokens.Check(client.MessagingToken).Refusal;
        Assert.Equal(mayPass, refusal is null);
        Write(refusal?.ToString() ?? "admitted");
        return mayPass ? _space.MessagingTokens.Check(client.MessagingToken).Value : null;
    }

    private void Settle(RandomClient client, HeldPoll<CallEvent> poll, bool isWritten)
    {
        if (!isWritten || !poll.Answer.IsCompleted)
        {
            poll.Abandon();
        }
        else
        {
            Take(client, poll);
        }

        client.Polls.Remove(poll);
    }

    private void Take(RandomClient client, HeldPoll<CallEvent> poll)
    {
        if (poll.IsAnswerLost)
        {
            Write("the connection dies");
        }
        else
        {
            See(client, poll.Answer.Result);
        }

        poll.MarkDelivered();
    }

    private void See(RandomClient client, IReadOnlyList<CallEvent> events)
    {
        foreach (var item in events)
        {
            Write($"sees {item.Number} {item.EventId} {item.At:O} {item.Route?.AccessCode} {item.Cause?.CauseId}");
            _seenCount++;
            Assert.True(_seen.Add(item.Number) || _mayRepeat, $"Event {item.Number} came twice.");
            var isInOrder = item.Number > client.LastEventNumber;
            var isAgain = _mayRepeat && item.Number == client.LastEventNumber;
            Assert.True(isInOrder || isAgain || _mayReorder, $"Event {item.Number} came out of order.");
            client.LastEventNumber = item.Number;
        }
    }

    // An event that faults hold back comes after some polls in vain.
    private void Drain(RandomClient client)
    {
        var user = UserOf(client);
        var knownBefore = KnownCount;
        for (var inVain = 0; inVain < 4;)
        {
            var poll = _space.Calls.Poll(user);
            if (!poll.Answer.IsCompleted)
            {
                Advance(_space.Settings.EventPollHold);
            }

            Assert.True(poll.Answer.IsCompleted, "A poll outlived its hold.");
            Take(client, poll);

            // Faults may hold back and then take each of many events: what a poll did not bring may still be gone.
            var known = KnownCount;
            inVain = known > knownBefore ? 0 : inVain + 1;
            knownBefore = known;
        }
    }

    // What it waits for is that this run settles its polls; what goes wrong on the way shows at once.
    private void Advance(TimeSpan by)
    {
        var moved = _space.Time.AdvanceAsync(by, TestEnds);
        Assert.Null(moved.Exception);
    }

    private void Renew(RandomClient client)
    {
        RenewAccessToken(client);
        RenewMessagingToken(client);
    }

    private void RenewAccessToken(RandomClient client)
    {
        var token = _space.AccessTokens.Issue(_space.Settings.AppSecret, null).Value;
        client.AccessToken = token.Text;
        client.AccessTokenEndsAt = token.CreatedAt + token.Lifetime;
        Write(token.Text);
    }

    private void RenewMessagingToken(RandomClient client)
    {
        client.MessagingToken = _space.MessagingTokens.Apply(Ask(client.UserId)).Value;
        client.MessagingTokenEndsAt = _space.Time.ReadNow() + TimeSpan.FromHours(1);
        Write(client.MessagingToken);
    }

    private User UserOf(RandomClient client) => _space.MessagingTokens.Check(client.MessagingToken).Value;

    private static void AtMostOnePollIsCurrent(RandomClient client) =>
        Assert.InRange(client.Polls.Count(p => !p.Answer.IsCompleted), 0, 1);

    private void Write(string line) => _transcript.Append(CultureInfo.InvariantCulture, $"{line}\n");
}
