namespace CecSim.Simulation.Faults;

/// <summary>
/// What a fault can do to an INVITE and the call that it makes: a client's, or that to the phone of an agent. The
/// gateway implements it.
/// </summary>
public interface IInviteTarget
{
    /// <param name="status">300 to 699.</param>
    /// <param name="reason">Null for SIP's own words.</param>
    void Refuse(int status, string? reason);

    /// <summary>It stands at a breakpoint before anything else happens to it.</summary>
    void Pause();

    /// <summary>It rings, and nobody takes it.</summary>
    void LetItRing();

    /// <summary>No connectivity check is answered.</summary>
    void IgnoreChecks();

    /// <summary>The DTLS handshake fails.</summary>
    void RefuseHandshake();

    /// <summary>The audio of the client, or phone, is taken and none is sent.</summary>
    void SendNoAudio();

    /// <param name="share">Of the packets each way: 0 to 1.</param>
    void LosePackets(double share, SeededRandom random);

    /// <param name="max">Packets to the client, or phone, are late by anything up to this, in real time.</param>
    void DelayPackets(TimeSpan max, SeededRandom random);

    /// <param name="wait">Space time from the answer to the gateway's BYE.</param>
    void HangUpAfter(TimeSpan wait);

    /// <param name="wait">Space time from the answer to the end of the connection that brought the INVITE.</param>
    void DropConnectionAfter(TimeSpan wait);

    /// <param name="wait">Space time from the phone's 180 to its being told.</param>
    void RingLate(TimeSpan wait);

    /// <summary>The phone is heard while it rings.</summary>
    void SendEarlyMedia();

    /// <summary>The phone's answer has a codec that it was not offered.</summary>
    void AnswerWithWrongCodec();

    /// <summary>The account's phones are registered no more, and cannot be called.</summary>
    void LoseRegistrations();
}
