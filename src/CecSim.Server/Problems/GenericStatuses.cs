namespace CecSim.Server.Problems;

/// <summary>The status table that the API reference repeats on each page, as far as it is a table of texts.</summary>
internal static class GenericStatuses
{
    public const string BadRequest = "Incorrect request: Check the request path and parameters.";

    public static RefusalAnswer ToAnswer(int status, string? detail = null)
    {
        var (text, basis) = status switch
        {
            StatusCodes.Status400BadRequest => (BadRequest, Basis.Found),
            StatusCodes.Status404NotFound => ("Request not found: Check the request path.", Basis.Found),
            StatusCodes.Status405MethodNotAllowed => ("Request method not allowed.", Basis.Inferred),
            StatusCodes.Status413PayloadTooLarge => ("Request body too large.", Basis.Inferred),
            StatusCodes.Status415UnsupportedMediaType => ("Content coding not taken.", Basis.Inferred),
            StatusCodes.Status429TooManyRequests => ("Too many requests.", Basis.Inferred),
            StatusCodes.Status501NotImplemented => ("CecSim has not built this interface.", Basis.Inferred),
            StatusCodes.Status500InternalServerError => (
                "Service failure: Check the values of the parameters in the request.", Basis.Found),
            _ => ($"HTTP status {status}.", Basis.Inferred),
        };
        return RefusalAnswer.Error(status, detail is null ? text : $"{text} {detail}", basis);
    }
}
