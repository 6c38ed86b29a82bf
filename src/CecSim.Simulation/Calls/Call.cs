using CecSim.Simulation.Ivr;

namespace CecSim.Simulation.Calls;

/// <summary>One call of a user: a click-to-call, or one of a phone. Guarded by the timeline.</summary>
internal sealed class Call(User user, MediaAbility media, DateTimeOffset createdAt)
{
    private const int HistoryMax = ClickToCall.WaitingEventsMax;
    private const int RefusalsMax = 10;

    private readonly Queue<CallEvent> _history = new();
    private readonly Queue<RefusedMedia> _refusals = new();

    /// <summary>1 for the first call of the space.</summary>
    public long Id { get; set; }

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public User User { get; } = user;

    public MediaAbility Media { get; } = media;

    /// <summary>The number that the customer has dialled at a phone; null for a click-to-call.</summary>
    public string? Dialled { get; init; }

    /// <summary>The called party that the client is given; no other live call of the space has it.</summary>
    public string AccessCode { get; set; } = "";

    public CallState State { get; set; } = CallState.Created;

    /// <summary>The media of the call; null while there are none.</summary>
    public IMediaLeg? Leg { get; set; }

    /// <summary>The phone of the agent who has answered it; null where the agent has none.</summary>
    public IPhoneLeg? AgentPhone { get; set; }

    /// <summary>The last of these: what there is to tell of its media outlives them.</summary>
    public IPhoneLeg? LastAgentPhone { get; set; }

    /// <summary>Phones that hear and are heard besides the agent's.</summary>
    public IReadOnlyList<ConferencePhone> Others { get; set; } = [];

    public bool IsHeldByAgent { get; set; }

    /// <summary>Its agent talks to somebody else.</summary>
    public bool IsAside { get; set; }

    public bool IsMutedByAgent { get; set; }

    /// <summary>Nobody has yet to answer it: an agent did, or a script decides.</summary>
    public bool IsAgentPresent { get; set; } = true;

    /// <summary>The media that it has, or had: what there is to tell of them outlives them.</summary>
    public IMediaLeg? LastLeg { get; set; }

    /// <summary>What is to happen to its media on purpose.</summary>
    public List<ScheduledTimer> LegFaults { get; } = [];

    /// <summary>By when its media must have come.</summary>
    public ScheduledTimer? MediaDeadline { get; set; }

    public ICallFlow? Flow { get; set; }

    /// <summary>The last events that its client was told, or is to be told.</summary>
    public IReadOnlyCollection<CallEvent> History => _history;

    /// <summary>The last that was refused of what was asked for its media.</summary>
    public IReadOnlyCollection<RefusedMedia> Refusals => _refusals;

    /// <summary>Neither dropped nor ended: the customer may not begin another one.</summary>
    public bool IsLive => State is CallState.Created or CallState.Queuing or CallState.Connected;

    /// <summary>The work number of the agent who has handed it on last; null for none.</summary>
    public int? TransferredBy { get; set; }

    /// <summary>How often it was sent on in the moment when it last was.</summary>
    public int Hops { get; set; }

    public DateTimeOffset HoppedAt { get; set; }

    /// <summary>What is heard in the place of an agent.</summary>
    public LegTones Tones { get; private set; }

    /// <summary>What was said last to the customer, and may still be heard.</summary>
    public IReadOnlyList<Sound> Said { get; private set; } = [];

    /// <summary>Who has answered it is there, at that phone, or is there no more.</summary>
    public void SetPresent(IPhoneLeg? phone, bool isThere)
    {
        AgentPhone = phone;
        LastAgentPhone = phone ?? LastAgentPhone;
        Leg?.SetAgentPhone(phone);
        IsAgentPresent = isThere;
        Leg?.SetAgentPresent(isThere);
    }

    public void SetTones(LegTones tones)
    {
        Tones = tones;
        Leg?.SetTones(tones);
    }

    /// <summary>In the place of what is said already, and above all else that is heard.</summary>
    public void Say(IReadOnlyList<Sound> sounds)
    {
        Said = sounds;
        Leg?.Say(sounds);
    }

    public void Remember(RefusedMedia refused)
    {
        if (_refusals.Count == RefusalsMax)
        {
            _refusals.Dequeue();
        }

        _refusals.Enqueue(refused);
    }

    public void Remember(CallEvent told)
    {
        if (_history.Count == HistoryMax)
        {
            _history.Dequeue();
        }

        _history.Enqueue(told);
    }
}

/// <summary><c>mediaAbility</c> of createClickToCall: "0" voice, "1" video (chapter 5, step 3).</summary>
public enum MediaAbility
{
    Voice = 0,
    Video = 1,
}
