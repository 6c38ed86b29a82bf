namespace CecSim.Simulation.Tests.Phones;

/// <summary>The phones of an account without a network: what was asked of them is there to be read.</summary>
internal sealed class FakeLine : IPhoneLine
{
    /// <summary>Each time that it was rung, in order.</summary>
    public List<FakeLeg> Legs { get; } = [];

    public List<PhoneRegistration> Ended { get; } = [];

    public FakeLeg Last => Legs[^1];

    public static FakeLine Register(Space space, string account = "8801", double seconds = 3600)
    {
        var line = new FakeLine();
        space.Phones.Register(
            new PhoneRegistration(account, $"sip:{account}@127.0.0.1:5099", PhoneTransport.Udp, "127.0.0.1:5099", null),
            TimeSpan.FromSeconds(seconds),
            line);
        return line;
    }

    IPhoneLeg IPhoneLine.Ring(
        AgentCall ringing, bool answersItself, IReadOnlyList<TriggeredInviteFault> faults)
    {
        Legs.Add(new FakeLeg(ringing, answersItself) { Faults = [.. faults.Select(f => f.Fault)] });
        return Last;
    }

    void IPhoneLine.Expired(PhoneRegistration phone) => Ended.Add(phone);
}

/// <summary>One call of such a phone.</summary>
internal sealed class FakeLeg(AgentCall? rings, bool answersItself) : IPhoneLeg
{
    public AgentCall? Rings => rings;

    public bool AnswersItself => answersItself;

    public IReadOnlyList<InviteFault> Faults { get; init; } = [];

    public string? EndedBecause { get; private set; }

    public List<PhoneSound> Heard { get; } = [];

    public FakeLeg? JoinedTo { get; private set; }

    public bool IsShownHeld { get; private set; }

    /// <summary>What it was told of the transfers that it asked for.</summary>
    public List<AgentCallEnd?> Transfers { get; } = [];

    void IPhoneLeg.TransferEnded(AgentCallEnd? whyNot) => Transfers.Add(whyNot);

    void IPhoneLeg.HangUp(string reason) => EndedBecause = reason;

    void IPhoneLeg.Play(PhoneSound sound) => Heard.Add(sound);

    void IPhoneLeg.Join(IPhoneLeg other) => JoinedTo = (FakeLeg)other;

    void IPhoneLeg.ShowHold(bool isHeld) => IsShownHeld = isHeld;
}
