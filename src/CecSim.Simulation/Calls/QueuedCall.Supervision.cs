using CecSim.Simulation.Supervision;

namespace CecSim.Simulation.Calls;

/// <content>Quality checkers who take part in it.</content>
internal sealed partial class QueuedCall
{
    private readonly List<SupervisedCall> _supervisors = [];

    public void Add(SupervisedCall supervisor) => _supervisors.Add(supervisor);

    public void Remove(SupervisedCall supervisor)
    {
        _supervisors.Remove(supervisor);
        Confer();
    }

    /// <summary>A quality checker is there, or takes part in another way.</summary>
    public void Meet(SupervisedCall supervisor)
    {
        switch (supervisor.Mode)
        {
            case SupervisionMode.Intercept:
                Intercept(supervisor);
                break;
            case SupervisionMode.Insert:
                Confer();
                centre.Roster.Tell(
                    Agent!,
                    AgentNotices.Conference(
                        Agent!.State.AnyCall!,
                        supervisor.Checker.Settings.SipAccount ?? $"{supervisor.Checker.Settings.WorkNo}"));
                break;
            default:
                Confer();
                break;
        }
    }

    // What its agent has begun beside it ends with the agent.
    private void Intercept(SupervisedCall supervisor)
    {
        _supervisors.Remove(supervisor);
        Step(ConsultationInput.ComeBack);
        LetAgentGoOn();
        GoOnWith(supervisor.Checker);
    }

    private void EndSupervision()
    {
        var all = _supervisors.ToList();
        _supervisors.Clear();
        Confer();
        all.ForEach(s => s.End());
    }

    private void Confer()
    {
        List<ConferencePhone> others =
        [
            .. _stage is ConsultationState.Conference && _second?.Phone is { } second
                ? [new ConferencePhone(second)]
                : (ConferencePhone[])[],
            .. from supervisor in _supervisors
               let phone = supervisor.Phone
               where phone is not null
               select new ConferencePhone(phone, supervisor.Mode is SupervisionMode.Insert),
        ];
        if (!others.SequenceEqual(call.Others))
        {
            call.Others = others;
            call.Leg?.Confer(others);
        }
    }
}
