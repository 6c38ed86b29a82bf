namespace CecSim.Simulation.Calls;

/// <content>What becomes of it at the phone of its agent.</content>
internal sealed partial class QueuedCall
{
    // A customer who has media already, as after a transfer, hears what the phone lets be heard.
    public void PhoneAlerts(bool hasEarlyMedia)
    {
        centre.Roster.Apply(Agent!, new AgentInput.PhoneAlerts());
        if (hasEarlyMedia)
        {
            call.Leg?.SetAgentPhone(Agent!.Phone);
        }
    }

    public void PhonePicksUp()
    {
        var answers = Agent!.Seat is null || centre.Settings.ConnectionBar.PhoneAnswers;
        if (centre.Roster.Apply(Agent, new AgentInput.PickUp(answers)) is null && Agent.State is AgentState.Talking)
        {
            centre.Time.Cancel(_nextAct);
            Meet();
        }
    }

    public void PhoneFails(bool isRejected)
    {
        centre.Time.Cancel(_nextAct);
        Miss(
            isRejected ? new AgentInput.Decline() : new AgentInput.PhoneFails(),
            isRejected ? Causes.Rejected : Causes.NoAnswer);
    }

    public void PhoneHangsUp()
    {
        if (Agent!.State is AgentState.Ringing)
        {
            PhoneFails(isRejected: true);
            return;
        }

        Ask(new AgentInput.Release(Queue!.Settings.WrapUp));
    }

    public AgentRefusal? PhoneAsks(AgentInput input) => Ask(input);

    private bool IsPhoneToBePickedUp =>
        Agent!.State is AgentState.Ringing { Phone: PhoneStage.Invited or PhoneStage.Alerting };

    // The phone may go on ringing for as long as it may. One that answers by itself is asked to with an INVITE, and so
    // with another one.
    private void AnswerAtBar(AgentInput input)
    {
        var isFirst = Agent!.State is AgentState.Ringing { IsAnsweredAtBar: false };
        centre.Roster.Apply(Agent, input);
        if (isFirst && Agent.Settings.PhoneAnswersItself && centre.Phones.LineOf(Agent) is not null)
        {
            Agent.Phone!.HangUp("answered at the connection bar");
            Agent.Phone = centre.RingPhone(Agent, Agent.State.AnyCall!, User, answersItself: true);
        }
    }
}
