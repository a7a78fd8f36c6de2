using System.Net.Mime;

namespace WitaLive.App.Spreadsheets;

/// <summary>
/// A workbook as the answer to a request. It is written to a file that vanishes when closed, since an answer cannot be written
/// synchronously and memory should not grow with its rows.
/// </summary>
/// <param name="name">The file's name, with its ending.</param>
public sealed class SheetDownload(string name, Action<WorkbookWriter> write) : IResult
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        using (var workbook = new WorkbookWriter(file))
            write(workbook);

        file.Position = 0;
        var response = httpContext.Response;
        response.ContentType = ContentType;
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue(DispositionTypeNames.Attachment)
        {
            FileNameStar = name,
            FileName = new string([.. name.Select(c => char.IsAscii(c) && !char.IsControl(c) && c is not ('"' or '\\' or '/') ? c : '_')]),
        }.ToString();
        await file.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
