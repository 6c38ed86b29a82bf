namespace CecSim.Server.Recording;

/// <summary>Writes down what a handler found wrong, one thing at a time.</summary>
internal static class ViolationRecorder
{
    public static void Note(VendorExchange exchange, RefusalAnswer answer, string? why)
    {
        if (exchange.Recording is not { } recording)
        {
            return;
        }

        if (exchange.Body is { Problems.Count: > 0 } body)
        {
            foreach (var problem in body.Problems)
            {
                recording.AddViolation(refusal: null, problem);
            }

            return;
        }

        if (recording.Violations.Count == 0)
        {
            recording.AddViolation(refusal: null, why ?? answer.Text ?? $"resultCode {answer.ResultCode}");
        }
    }
}
