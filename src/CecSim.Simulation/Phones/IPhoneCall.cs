namespace CecSim.Simulation.Phones;

/// <summary>A call as one of its phones moves it.</summary>
internal interface IPhoneCall
{
    /// <summary>The phone, which was called, rings.</summary>
    /// <param name="hasEarlyMedia">It is heard before it is picked up (RFC 3960).</param>
    void PhoneAlerts(bool hasEarlyMedia);

    void PhonePicksUp();

    /// <param name="isRejected">Its person does not want the call; otherwise nothing could ring.</param>
    void PhoneFails(bool isRejected);

    void PhoneHangsUp();

    /// <summary>Its person hands the call on by it.</summary>
    /// <returns>Why not; null when it is done, or under way.</returns>
    AgentRefusal? PhoneAsks(AgentInput input) => AgentRefusal.NotTransferable;

    /// <summary>Its person holds the call, or comes back.</summary>
    void PhoneHolds(bool isHolding);
}
