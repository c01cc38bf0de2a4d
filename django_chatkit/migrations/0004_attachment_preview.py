"""Images have a preview; files of before have none and are shown as they are."""

from django.db import migrations, models

import django_chatkit.models.attachment
import django_chatkit.storage


class Migration(migrations.Migration):
    dependencies = [("django_chatkit", "0003_attachment_storage")]

    operations = [
        migrations.AddField(
            model_name="chatattachment",
            name="preview",
            field=models.FileField(
                blank=True,
                max_length=255,
                null=True,
                storage=django_chatkit.storage.attachment_storage,
                upload_to=django_chatkit.models.attachment.preview_path,
                verbose_name="preview",
            ),
        ),
    ]
