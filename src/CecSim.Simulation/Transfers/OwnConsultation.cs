namespace CecSim.Simulation.Transfers;

/// <summary>The second call of an agent's phone, which it has made by itself beside its customer's.</summary>
internal sealed class OwnConsultation(QueuedCall call) : IPhoneCall
{
    // It was picked up before it dialled.
    public void PhoneAlerts(bool hasEarlyMedia)
    {
    }

    public void PhonePicksUp()
    {
    }

    public void PhoneFails(bool isRejected) => call.Ask(new AgentInput.ComeBack());

    public void PhoneHangsUp() => call.Ask(new AgentInput.ComeBack());

    public void PhoneHolds(bool isHolding) => call.AgentHoldsSecond(isHolding);
}
