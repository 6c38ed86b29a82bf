using CecSim.Simulation.ConnectionBar;

namespace CecSim.Simulation.Tests.ConnectionBar;

/// <summary>A person at the bar of an agent.</summary>
internal sealed class BarPerson(Space space, string account = "11")
{
    private const string Origin = "https://crm.example";

    public BarSession Session { get; } = space.Bars.Open(account, Origin)!;

    public string State => space.Bars.ViewOf(Session).State.GetType().Name;

    public AgentRefusal? Do(AgentInput input) => space.Bars.Ask(Session, input);

    public AgentRefusal? CallOut(string number) => space.Bars.CallOut(Session, number, MediaAbility.Voice);

    public AgentRefusal? TransferTo(string queue) =>
        Do(new AgentInput.Transfer(new TransferTarget.ToSkill(queue)));

    /// <summary>Polls until nothing more is there.</summary>
    /// <returns>The names of the events.</returns>
    public IReadOnlyList<string> TakeAll(string page = "1") => [.. TakeEvents(page).Select(e => e.Notice.EventType)];

    public IReadOnlyList<AgentEvent> TakeEvents(string page = "1")
    {
        List<AgentEvent> events = [];
        var poll = space.Bars.Poll(Session, page);
        for (; poll.Answer.IsCompletedSuccessfully; poll = space.Bars.Poll(Session, page))
        {
            events.AddRange(poll.Answer.Result);
            poll.MarkDelivered();
        }

        poll.Abandon();
        return events;
    }
}
