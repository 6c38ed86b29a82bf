using System.Text.Json;
using System.Text.Json.Serialization;

namespace CecSim.ControlClient;

/// <summary>The bodies of the control API.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(SpaceList))]
[JsonSerializable(typeof(NewSpace))]
[JsonSerializable(typeof(ResetBody))]
[JsonSerializable(typeof(ClockChange))]
[JsonSerializable(typeof(PollList))]
[JsonSerializable(typeof(ReleaseBody))]
[JsonSerializable(typeof(CallList))]
[JsonSerializable(typeof(CallMedia))]
[JsonSerializable(typeof(QueueList))]
[JsonSerializable(typeof(AgentList))]
[JsonSerializable(typeof(AgentActionBody))]
[JsonSerializable(typeof(FaultList))]
[JsonSerializable(typeof(JournalPage))]
[JsonSerializable(typeof(JournalClaim))]
[JsonSerializable(typeof(JournalVerdict))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(FindingList))]
[JsonSerializable(typeof(SpaceNews))]
[JsonSerializable(typeof(ProblemBody))]
internal sealed partial class ControlJson : JsonSerializerContext;
