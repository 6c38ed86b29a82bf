namespace CecSim.Simulation.Outbound;

/// <summary>The registered phone that an agent calls: it moves the call as the other end does.</summary>
internal sealed class CalledPhone(string account, OutboundCall call) : ICalledPhone
{
    public string Account => account;

    public IPhoneLeg? Leg { get; set; }

    public void PhoneAlerts(bool hasEarlyMedia) => call.Ring(hasEarlyMedia);

    public void PhonePicksUp() => call.Meet();

    public void PhoneFails(bool isRejected) => call.FailAtPhone(isRejected);

    public void PhoneHangsUp() => call.LeaveAtPhone();

    public void PhoneHolds(bool isHolding) => call.HoldAtPhone(isHolding);
}
