using System.Globalization;
using System.Text.Json.Nodes;
using CecSim.Simulation.Faults;

namespace CecSim.Server.Control.Faults;

/// <summary>Faults as a scenario writes them.</summary>
internal static class FaultWords
{
    public static JsonNode Of(FaultWhen when) => when switch
    {
        FaultWhen.Nth w => new JsonObject { ["nth"] = w.Number },
        FaultWhen.Every w => new JsonObject { ["every"] = w.Count },
        FaultWhen.First w => new JsonObject { ["first"] = w.Count },
        _ => "always",
    };

    public static JsonNode Of(Fault fault) => fault switch
    {
        Delay f => new JsonObject { ["delay"] = TextOf(f.For) },
        StatusAnswer f => new JsonObject
        {
            ["status"] = f.Body is null ? f.Code : new JsonObject { ["code"] = f.Code, ["body"] = f.Body },
        },
        ResultCodeAnswer f => new JsonObject
        {
            ["resultCode"] = f.Desc is null ? f.Code : new JsonObject { ["code"] = f.Code, ["desc"] = f.Desc },
        },
        _ => Words.Camel(fault.GetType().Name),
    };

    private static string TextOf(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds}ms");
}
