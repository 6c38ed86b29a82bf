namespace CecSim.Simulation.Phones;

/// <summary>
/// The way to an agent's registered phones, as the gateway has it. Called within the timeline's lock: it must not wait.
/// </summary>
public interface IPhoneLine
{
    /// <summary>Calls all contacts of the account; what becomes of it is told to <see cref="AgentPhones"/>.</summary>
    /// <param name="answersItself">A phone that can shall answer at once.</param>
    /// <param name="faults">What goes wrong with it.</param>
    IPhoneLeg Ring(AgentCall ringing, bool answersItself, IReadOnlyList<TriggeredInviteFault> faults);

    /// <summary>The time of a registration is over.</summary>
    void Expired(PhoneRegistration phone);
}

/// <summary>An agent's phone in one call. Called within the timeline's lock: it must not wait.</summary>
public interface IPhoneLeg
{
    /// <summary>The call is over for the phone, which may still ring.</summary>
    /// <param name="reason">In words, for the phones that show it.</param>
    void HangUp(string reason);

    /// <summary>What is heard at it from now on.</summary>
    void Play(PhoneSound sound);

    /// <summary>
    /// Another phone is the other end of its call: each is heard at the other. One that has not been picked up is heard
    /// alone.
    /// </summary>
    void Join(IPhoneLeg other);

    /// <summary>What became of the transfer that it has asked for, where it has.</summary>
    /// <param name="whyNot">Null when it was handed over.</param>
    void TransferEnded(AgentCallEnd? whyNot);

    /// <summary>The other end has put it on hold, or comes back: the phone shows it.</summary>
    void ShowHold(bool isHeld);
}

/// <summary>What is heard at a phone.</summary>
public enum PhoneSound
{
    Silence,

    /// <summary>The number rings.</summary>
    Ringback,
    Busy,

    /// <summary>The special tones of a number that does not exist (ITU-T E.180).</summary>
    SpecialInformation,

    /// <summary>Whoever answered: as the scenario's <c>gatewayPlays</c> has it.</summary>
    FarEnd,

    /// <summary>The phone that it is joined to.</summary>
    Peer,
    Music,
}
