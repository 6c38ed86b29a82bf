namespace CecSim.ControlClient;

/// <summary>A skill queue.</summary>
/// <param name="Name">Its name in the scenario.</param>
/// <param name="Type">For example <c>voiceClickToDial</c>.</param>
/// <param name="OnDuty">Of its agents, those who are signed in and take contacts.</param>
/// <param name="Idle">Of these, those who are idle.</param>
/// <param name="Waiting">Who waits, in the order of arrival.</param>
public sealed record QueueDetails(
    string Name, string Type, int OnDuty, int Idle, IReadOnlyList<WaitingContact> Waiting);
