using static CecSim.Simulation.Tests.FrozenSpace;

namespace CecSim.Simulation.Tests.Queues;

/// <summary>Eight hours of a large contact centre, with callers who poll, wait for a while and give up.</summary>
internal sealed class WorkingDay : IDisposable
{
    public const int AgentsCount = 200;
    public const int CallsCount = 20_000;

    private static readonly TimeSpan Length = TimeSpan.FromHours(8);
    private static readonly TimeSpan PollGap = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan AnsweredInTime = TimeSpan.FromSeconds(20);

    private readonly SeededRandom _random = new(7);
    private readonly Space _space = FrozenSpace.Create(new SpaceSettings
    {
        Queues = [new QueueSettings { Name = "voice", Type = QueueType.VoiceClickToDial, MaxCalls = 1_000 }],
        Agents =
        [
            .. Enumerable.Range(1001, AgentsCount).Select(workNo => new AgentSettings
            {
                WorkNo = workNo,
                Conduct = new AgentBehavior
                {
                    AnswersAfter = new DurationRange(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8)),
                    TalksFor = new DurationRange(TimeSpan.FromSeconds(120), TimeSpan.FromSeconds(420)),
                },
            }),
        ],
    });

    private readonly List<Caller> _callers = [];

    public int OfferedCount { get; private set; }

    public int AnsweredCount { get; private set; }

    public int AnsweredInTimeCount { get; private set; }

    public int AbandonedCount { get; private set; }

    public int TimedOutCount { get; private set; }

    public int EndedByAgentCount { get; private set; }

    public int StillLiveCount => _callers.Count;

    public override string ToString() =>
        $"offered {OfferedCount}, answered {AnsweredCount}, abandoned {AbandonedCount}, timed out {TimedOutCount}, "
        + $"service level {100.0 * AnsweredInTimeCount / OfferedCount:f1} % within {AnsweredInTime.TotalSeconds} s";

    public async Task RunAsync()
    {
        var arrivals = new Queue<TimeSpan>(
            Enumerable.Range(0, CallsCount).Select(_ => Length * _random.Fraction()).Order());
        for (var now = TimeSpan.Zero; now < Length || _callers.Count > 0; now += PollGap)
        {
            while (arrivals.TryPeek(out var arrival) && arrival <= now)
            {
                arrivals.Dequeue();
                Arrive();
            }

            _callers.RemoveAll(Follow);
            await _space.Time.AdvanceAsync(PollGap, TestEnds);
        }
    }

    public void Dispose() => _space.Dispose();

    private void Arrive()
    {
        OfferedCount++;
        var user = _space.SignIn($"caller-{OfferedCount}");
        Assert.Null(_space.Calls.Create(user, MediaAbility.Voice));
        _callers.Add(new Caller(user, _space.Time.ReadNow()));
    }

    // True once the caller is done.
    private bool Follow(Caller caller)
    {
        var poll = _space.Calls.Poll(caller.User);
        for (; poll.Answer.IsCompleted; poll = _space.Calls.Poll(caller.User))
        {
            See(caller, poll.Answer.Result[0]);
            poll.MarkDelivered();
        }

        poll.Abandon();
        if (!caller.IsConnected && !caller.IsDone && _space.Time.ReadNow() - caller.Since >= Patience)
        {
            AbandonedCount++;
            _space.Calls.Drop(caller.User);
            caller.IsDone = true;
        }

        return caller.IsDone;
    }

    private void See(Caller caller, CallEvent item)
    {
        switch (item.Kind)
        {
            case CallEventKind.Connected:
                caller.IsConnected = true;
                AnsweredCount++;
                AnsweredInTimeCount += item.At - caller.Since <= AnsweredInTime ? 1 : 0;
                break;
            case CallEventKind.QueueTimeout:
                TimedOutCount++;
                caller.IsDone = true;
                break;
            case CallEventKind.Released:
                EndedByAgentCount++;
                caller.IsDone = true;
                break;
        }
    }

    private sealed class Caller(User user, DateTimeOffset since)
    {
        public User User { get; } = user;

        public DateTimeOffset Since { get; } = since;

        public bool IsConnected { get; set; }

        public bool IsDone { get; set; }
    }
}
