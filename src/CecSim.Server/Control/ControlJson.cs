using CecSim.Server.Control.Journal;
using CecSim.Server.Snapshots;
using CecSim.Simulation.Commands;
using Microsoft.AspNetCore.Mvc;

namespace CecSim.Server.Control;

/// <summary>The control API's bodies. What it does not know in a request is a mistake and not passed over.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
[JsonSerializable(typeof(JsonElement?))]
[JsonSerializable(typeof(HarBody))]
[JsonSerializable(typeof(SpaceSnapshot))]
[JsonSerializable(typeof(ProblemDetails))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class ControlJson : JsonSerializerContext;
