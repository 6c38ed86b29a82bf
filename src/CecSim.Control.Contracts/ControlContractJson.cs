namespace CecSim.Control.Contracts;

/// <summary>
/// How the contract's bodies are written and read: names in camel case, what is null is left out. A field that is not
/// known is passed over here; a server has options of its own and refuses it in a request.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(JournalPage))]
[JsonSerializable(typeof(JournalClaim))]
[JsonSerializable(typeof(JournalVerdict))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(CallList))]
[JsonSerializable(typeof(CallMedia))]
[JsonSerializable(typeof(CallLadder))]
[JsonSerializable(typeof(EventPush))]
[JsonSerializable(typeof(SpaceList))]
[JsonSerializable(typeof(NewSpace))]
[JsonSerializable(typeof(ResetRequest))]
[JsonSerializable(typeof(ClockState))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(DueList))]
[JsonSerializable(typeof(PollList))]
[JsonSerializable(typeof(PollRelease))]
[JsonSerializable(typeof(TokenList))]
[JsonSerializable(typeof(QueueList))]
[JsonSerializable(typeof(AgentList))]
[JsonSerializable(typeof(AgentAction))]
[JsonSerializable(typeof(PhoneList))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(ArmedFault))]
[JsonSerializable(typeof(AllFindings))]
[JsonSerializable(typeof(SpaceFindings))]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(ServerLatency))]
[JsonSerializable(typeof(ServerProcess))]
[JsonSerializable(typeof(FidelityClaimList))]
[JsonSerializable(typeof(ProviderStateList))]
[JsonSerializable(typeof(StreamEvent))]
internal sealed partial class ControlContractJson : JsonSerializerContext;
