namespace CecSim.Simulation.Tests.Reference;

/// <summary>
/// A contact centre written as plainly as can be: lists that are searched from end to end, and a list of deadlines.
/// It shares nothing with the simulation but the settings.
/// </summary>
internal sealed class ReferenceCentre(IReadOnlyList<QueueSettings> queues, IReadOnlyList<AgentSettings> settings)
{
    private readonly List<ReferenceAgent> _agents = [.. settings.Select(s => new ReferenceAgent(s))];
    private readonly List<ReferenceCall> _waiting = [];
    private readonly List<(TimeSpan At, int Number, object Owner, Action Act)> _deadlines = [];
    private TimeSpan _now;
    private int _armedCount;

    public Dictionary<string, ReferenceCall> Calls { get; } = [];

    public string StateOf(int workNo) => _agents.Single(a => a.WorkNo == workNo).State;

    public string Create(string user)
    {
        if (Calls.TryGetValue(user, out var old) && old.IsLive)
        {
            return nameof(Refusal.CallExists);
        }

        var entrance = queues[0];
        var call = new ReferenceCall();
        if (BestAgent(entrance) is null)
        {
            var onDuty = _agents.Any(a => a.Serves(entrance.Name) && a.State != "SignedOut");
            if (!onDuty && entrance.OnNoAgents is Overflow.Release)
            {
                return nameof(Refusal.NoAgentsAvailable);
            }

            if (onDuty && WaitingIn(entrance) >= entrance.MaxCalls && entrance.OnBusy is Overflow.Release)
            {
                return nameof(Refusal.ConnectFailed);
            }
        }

        Calls[user] = call;
        Enter(call, entrance, []);
        return "created";
    }

    public string Drop(string user)
    {
        if (!Calls.TryGetValue(user, out var call) || !call.IsLive)
        {
            return nameof(Refusal.NoCallToDrop);
        }

        call.IsLive = false;
        Forget(call);
        _waiting.Remove(call);
        var agent = call.Agent;
        if (agent is not null)
        {
            LetGo(agent, agent.State == "Ringing" ? "Ready" : "WrapUp");
        }

        call.Log.Add(At("Released -1"));
        return "dropped";
    }

    public void Advance(TimeSpan by)
    {
        var target = _now + by;
        while (_deadlines.Any(d => d.At <= target))
        {
            var next = _deadlines.OrderBy(d => d.At).ThenBy(d => d.Number).First();
            _deadlines.Remove(next);
            _now = next.At;
            next.Act();
        }

        _now = target;
    }

    public void Toggle(int workNo)
    {
        var agent = _agents.Single(a => a.WorkNo == workNo);
        switch (agent.State)
        {
            case "SignedOut":
                BecomeReady(agent);
                break;
            case "Ready" or "WrapUp" or "NotReady":
                Forget(agent);
                agent.State = "SignedOut";
                break;
        }
    }

    private void Enter(ReferenceCall call, QueueSettings queue, HashSet<string> seen)
    {
        call.Queue = queue;
        seen.Add(queue.Name);
        var onDuty = _agents.Any(a => a.Serves(queue.Name) && a.State != "SignedOut");
        if (BestAgent(queue) is { } agent)
        {
            Reserve(call, agent);
        }
        else if (!onDuty)
        {
            Divert(call, queue.OnNoAgents, "Failed 1", seen);
        }
        else if (WaitingIn(queue) >= queue.MaxCalls)
        {
            Divert(call, queue.OnBusy, "Failed 1", seen);
        }
        else
        {
            _waiting.Add(call);
            call.Log.Add(At("Queued"));
            Arm(call, queue.MaxWaitingTime, () =>
            {
                _waiting.Remove(call);
                Divert(call, queue.OnTimeout, "QueueTimeout -1", []);
            });
        }
    }

    private void Divert(ReferenceCall call, Overflow policy, string end, HashSet<string> seen)
    {
        switch (policy)
        {
            case Overflow.Transfer transfer:
                call.Log.Add(At("Transferred"));
                if (!seen.Contains(transfer.Queue))
                {
                    Enter(call, queues.Single(q => q.Name == transfer.Queue), seen);
                    return;
                }

                break;
            case Overflow.TransferToIvr:
                call.Log.Add(At("Transferred"));
                Arm(call, TimeSpan.FromSeconds(10), () => End(call, "Released 11"));
                return;
        }

        End(call, end);
    }

    private void Reserve(ReferenceCall call, ReferenceAgent agent)
    {
        (call.Agent, agent.Call, agent.State) = (agent, call, "Ringing");
        call.Log.Add(At("Connected"));
        var conduct = agent.Conduct;
        if (conduct.Ignores == 1)
        {
            Arm(call, TimeSpan.FromSeconds(30), () => Miss(call, agent, "Failed 8"));
        }
        else if (conduct.Declines == 1)
        {
            Arm(call, conduct.AnswersAfter.Min, () => Miss(call, agent, "Failed 9"));
        }
        else
        {
            Arm(call, conduct.AnswersAfter.Min, () => Answer(call, agent));
        }
    }

    private void Answer(ReferenceCall call, ReferenceAgent agent)
    {
        agent.State = "Talking";
        if (agent.Conduct.HangsUp == 1)
        {
            LetGo(agent, "WrapUp");
            End(call, "Released 3");
        }
        else if (agent.Conduct.TalksFor is { } talk)
        {
            Arm(call, talk.Min, () => FinishTalk(call, agent));
        }
    }

    private void FinishTalk(ReferenceCall call, ReferenceAgent agent)
    {
        LetGo(agent, "WrapUp");
        if (agent.Conduct.TransfersTo is { } queue)
        {
            call.Log.Add(At("Transferred"));
            Enter(call, queues.Single(q => q.Name == queue), []);
        }
        else
        {
            End(call, "Released 0");
        }
    }

    private void Miss(ReferenceCall call, ReferenceAgent agent, string end)
    {
        LetGo(agent, "NotReady");
        End(call, end);
    }

    private void LetGo(ReferenceAgent agent, string next)
    {
        var wrapUp = agent.Call!.Queue!.WrapUp;
        agent.Call.Agent = null;
        agent.Call = null;
        agent.State = next;
        if (next == "Ready" || (next == "WrapUp" && wrapUp == TimeSpan.Zero))
        {
            BecomeReady(agent);
        }
        else
        {
            Arm(agent, next == "WrapUp" ? wrapUp : TimeSpan.FromSeconds(10), () => BecomeReady(agent));
        }
    }

    private void BecomeReady(ReferenceAgent agent)
    {
        agent.State = "Ready";
        agent.IdleSince = _now;
        var next = _waiting.Where(c => agent.Serves(c.Queue!.Name))
            .OrderByDescending(c => agent.SkillIn(c.Queue!.Name).SkillWeight)
            .FirstOrDefault();
        if (next is not null)
        {
            _waiting.Remove(next);
            Forget(next);
            Reserve(next, agent);
        }
    }

    private void End(ReferenceCall call, string how)
    {
        call.IsLive = false;
        call.Log.Add(At(how));
        Forget(call);
    }

    private ReferenceAgent? BestAgent(QueueSettings queue) => _agents
        .Where(a => a.State == "Ready" && a.Serves(queue.Name))
        .OrderByDescending(a => a.SkillIn(queue.Name).AgentWeight)
        .ThenBy(a => a.IdleSince)
        .ThenBy(a => a.WorkNo)
        .FirstOrDefault();

    private int WaitingIn(QueueSettings queue) => _waiting.Count(c => c.Queue == queue);

    private void Arm(object owner, TimeSpan wait, Action act) =>
        _deadlines.Add((_now + wait, ++_armedCount, owner, act));

    private void Forget(object owner) => _deadlines.RemoveAll(d => d.Owner == owner);

    private string At(string what) => $"{_now.TotalSeconds}s {what}";
}
