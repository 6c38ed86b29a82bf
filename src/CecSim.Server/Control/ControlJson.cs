using System.Text.Json;
using System.Text.Json.Serialization;
using CecSim.Server.Control.Agents;
using CecSim.Server.Control.Calls;
using CecSim.Server.Control.Clock;
using CecSim.Server.Control.Faults;
using CecSim.Server.Control.Findings;
using CecSim.Server.Control.Health;
using CecSim.Server.Control.Pact;
using CecSim.Server.Control.Journal;
using CecSim.Server.Control.Latency;
using CecSim.Server.Control.Polls;
using CecSim.Server.Control.Process;
using CecSim.Server.Control.Spaces;
using CecSim.Server.Control.Stream;
using CecSim.Server.Moments;
using Microsoft.AspNetCore.Mvc;

namespace CecSim.Server.Control;

/// <summary>The control API's bodies. What it does not know in a request is a mistake and not passed over.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(HealthBody))]
[JsonSerializable(typeof(SpacesBody))]
[JsonSerializable(typeof(NewSpaceBody))]
[JsonSerializable(typeof(ResetBody))]
[JsonSerializable(typeof(ClockBody))]
[JsonSerializable(typeof(ClockChangeBody))]
[JsonSerializable(typeof(HeldPollsBody))]
[JsonSerializable(typeof(ReleaseBody))]
[JsonSerializable(typeof(CallsBody))]
[JsonSerializable(typeof(CallMediaBody))]
[JsonSerializable(typeof(PushBody))]
[JsonSerializable(typeof(QueuesBody))]
[JsonSerializable(typeof(AgentsBody))]
[JsonSerializable(typeof(AgentActionBody))]
[JsonSerializable(typeof(FaultsBody))]
[JsonSerializable(typeof(ProviderStatesBody))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
[JsonSerializable(typeof(JsonElement?))]
[JsonSerializable(typeof(JournalPageBody))]
[JsonSerializable(typeof(ExplanationBody))]
[JsonSerializable(typeof(ClaimBody))]
[JsonSerializable(typeof(VerdictBody))]
[JsonSerializable(typeof(HarBody))]
[JsonSerializable(typeof(FindingsBody))]
[JsonSerializable(typeof(AllFindingsBody))]
[JsonSerializable(typeof(Moment))]
[JsonSerializable(typeof(ProcessBody))]
[JsonSerializable(typeof(StreamBody))]
[JsonSerializable(typeof(LatencyBody))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ControlJson : JsonSerializerContext;
